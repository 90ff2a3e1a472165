export * from "./accounts";
export * from "./areas";
export * from "./cases";
export * from "./counts";
export * from "./requests";
export * from "./senses";
export * from "./texts";
export * from "./urges";
