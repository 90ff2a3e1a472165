import type {} from "use-intl";
import type messages from "../../messages/zh-CN.json";

declare module "use-intl" {
  interface AppConfig {
    Messages: typeof messages;
    Locale: "zh-CN" | "zh-Hant" | "en";
  }
}
