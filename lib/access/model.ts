export const roles = ["leader", "official", "staff", "officer", "handler", "sysadmin", "secadmin", "auditor"] as const;
export type Role = (typeof roles)[number];

/** The three administrators see no case, no board and no answer (三权分立). */
export const adminRoles = ["sysadmin", "secadmin", "auditor"] as const satisfies Role[];

export const permissions = {
  "board.read": ["leader", "official", "staff", "officer"],
  "case.read": ["leader", "official", "staff", "officer", "handler"],
  "case.export": ["leader", "official", "staff", "handler"],
  "case.register": ["official", "staff", "officer"],
  "case.contact": ["official", "staff", "officer", "handler"],
  "case.accept": ["official", "staff"],
  "case.dispatch": ["official", "staff"],
  "case.sign": ["official", "staff", "handler"],
  "case.resolve": ["official", "staff", "handler"],
  "case.return": ["official", "staff", "handler"],
  "case.check": ["official", "staff"],
  "case.close": ["official", "staff"],
  "case.call-back": ["official", "staff"],
  "case.ask-time": ["official", "staff", "handler"],
  "case.grant-time": ["official"],
  "case.resume": ["official", "staff", "handler"],
  "case.reopen": ["leader", "official", "staff"],
  "case.transfer": ["official", "staff"],
  "case.receive": ["official", "staff"],
  "case.link": ["official", "staff"],
  "case.split": ["official", "staff"],
  "case.recategorise": ["official", "staff"],
  "category.edit": ["official"],
  "case.decide": ["official", "staff"],
  "callback.draw": ["official"],
  "case.urge": ["leader", "official"],
  "case.answer-urge": ["official", "staff", "handler"],
  "case.whistle": ["official", "staff"],
  "case.answer-whistle": ["official", "staff", "handler"],
  "whistle.read": ["leader", "official", "staff", "handler"],
  "rule.edit": ["leader", "official"],
  "reminder.read": ["leader", "official", "staff", "officer", "handler"],
  "topic.read": ["leader", "official", "staff"],
  "topic.edit": ["official", "staff"],
  "topic.close": ["official", "staff"],
  "case.void": ["official", "staff"],
  "case.grant-void": ["official"],
  "contact.give": ["official", "staff", "officer", "handler"],
  "contact.reveal": ["official", "staff", "officer", "handler"],
  "reply.edit": ["official"],
  "view.save": ["leader", "official", "staff", "officer", "handler"],
  "view.share": ["official", "staff"],
  "photo.add": ["official", "staff", "officer", "handler"],
  "photo.remove": ["official", "staff", "officer", "handler"],
  "photo.remove-any": ["official", "staff"],
  "case.settle": ["official"],
  "case.import": ["official", "staff"],
  "area.read": ["leader", "official", "staff", "officer", "sysadmin", "secadmin"],
  "area.edit": ["official", "sysadmin"],
  "area.move": ["official", "sysadmin"],
  "area.import": ["official", "sysadmin"],
  "officer.edit": ["official", "staff"],
  "station.edit": ["official", "staff"],
  "unit.read": ["leader", "official", "staff", "sysadmin"],
  "unit.edit": ["official", "sysadmin"],
  "estate.read": ["leader", "official", "staff", "handler"],
  "estate.edit": ["official", "staff"],
  "ledger.mark": ["official", "staff"],
  "agreement.edit": ["official", "staff"],
  "agreement.finish": ["official", "staff", "handler"],
  "company.compare": ["leader", "official", "staff"],
  "steward.read": ["leader", "official", "staff", "officer"],
  "finding.record": ["official", "staff", "officer"],
  "project.edit": ["official", "staff"],
  "visit.record": ["official", "staff", "officer"],
  "instrument.edit": ["official"],
  "sense.read": ["leader", "official", "staff", "officer"],
  "sense.import": ["official"],
  "sense.open": ["official"],
  "sense.collect": ["official", "staff"],
  "sense.publish": ["leader", "official"],
  "sense.review": ["leader", "official"],
  "sense.tell": ["official"],
  "improvement.open": ["official", "staff"],
  "improvement.close": ["official", "staff"],
  "account.read": ["sysadmin", "secadmin"],
  "account.add": ["sysadmin"],
  "account.disable": ["sysadmin"],
  "account.grant": ["secadmin"],
  "session.revoke": ["secadmin"],
  "setting.edit": ["sysadmin"],
  "audit.read": ["auditor"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export type Actor = {
  accountId: string;
  name: string;
  role: Role;
  grantId: string;
  areaId: string;
  areaName: string;
  areaLevel: string;
  pos: number;
  last: number;
  unitId: string | null;
  locale: string | null;
  laid?: number;
};

export function can(actor: Pick<Actor, "role">, permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return allowed.includes(actor.role);
}

export function isRole(role: string): role is Role {
  return roles.some((known) => known === role);
}
