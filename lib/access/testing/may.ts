import { roles } from "../model";

/** Who may do what, written out once more by hand: a change of the permission table has to be said twice. */
const written = `
board.read       leader official staff officer
case.read        leader official staff officer handler
case.export      leader official staff handler
case.register    official staff officer
case.contact     official staff officer handler
case.accept      official staff
case.dispatch    official staff
case.sign        official staff handler
case.resolve     official staff handler
case.return      official staff handler
case.check       official staff
case.close       official staff
case.call-back   official staff
case.ask-time    official staff handler
case.grant-time  official
case.resume      official staff handler
case.reopen      leader official staff
case.transfer    official staff
case.receive     official staff
case.link        official staff
case.split       official staff
case.recategorise official staff
category.edit    official
case.decide      official staff
callback.draw    official
case.urge        leader official
case.answer-urge official staff handler
case.whistle     official staff
case.answer-whistle official staff handler
whistle.read     leader official staff handler
rule.edit        leader official
reminder.read    leader official staff officer handler
topic.read       leader official staff
topic.edit       official staff
topic.close      official staff
case.void        official staff
case.grant-void  official
contact.give     official staff officer handler
contact.reveal   official staff officer handler
reply.edit       official
view.save        leader official staff officer handler
view.share       official staff
photo.add        official staff officer handler
photo.remove     official staff officer handler
photo.remove-any official staff
case.settle      official
case.import      official staff
area.read        leader official staff officer sysadmin secadmin
area.edit        official sysadmin
area.move        official sysadmin
area.import      official sysadmin
officer.edit     official staff
station.edit     official staff
unit.read        leader official staff sysadmin
unit.edit        official sysadmin
estate.read      leader official staff handler
estate.edit      official staff
ledger.mark      official staff
agreement.edit   official staff
agreement.finish official staff handler
company.compare  leader official staff
steward.read     leader official staff officer
finding.record   official staff officer
project.edit     official staff
visit.record     official staff officer
instrument.edit  official
sense.read       leader official staff officer
sense.import     official
sense.open       official
sense.collect    official staff
sense.publish    leader official
sense.review     leader official
sense.tell       official
improvement.open official staff
improvement.close official staff
account.read     sysadmin secadmin
account.add      sysadmin
account.disable  sysadmin
account.grant    secadmin
session.revoke   secadmin
setting.edit     sysadmin
audit.read       auditor
`;

export const may = new Map(
  written
    .trim()
    .split("\n")
    .map((line) => {
      const [permission = "", ...allowed] = line.split(/\s+/);
      return [permission, new Set(allowed)] as const;
    }),
);

/** The table as rows for the owner: permission, role, whether. */
export const mayRows = [...may].flatMap(([permission, allowed]) =>
  roles.map((role) => ({ permission, role, may: allowed.has(role) })),
);
