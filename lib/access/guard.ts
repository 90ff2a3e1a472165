import "server-only";
import { Refusal } from "../errors";
import { type Actor, can, type Permission } from "./model";

export function authorize(actor: Pick<Actor, "role">, permission: Permission): void {
  if (!can(actor, permission)) throw new Refusal("forbidden", "access.forbidden");
}
