import AccountPage from "../../../app/(console)/accounts/[id]/page";
import AccountsPage from "../../../app/(console)/accounts/page";
import AreasPage from "../../../app/(console)/areas/page";
import AuditPage from "../../../app/(console)/audit/page";
import CasePage from "../../../app/(console)/cases/[id]/page";
import BulkPage from "../../../app/(console)/cases/bulk/page";
import ImportPage from "../../../app/(console)/cases/import/page";
import NewCasePage from "../../../app/(console)/cases/new/page";
import CasesPage from "../../../app/(console)/cases/page";
import CategoryPage from "../../../app/(console)/catalogue/[code]/page";
import CataloguePage from "../../../app/(console)/catalogue/page";
import EstatePage from "../../../app/(console)/estates/[id]/page";
import CompaniesPage from "../../../app/(console)/estates/companies/page";
import EstatesPage from "../../../app/(console)/estates/page";
import PromisesPage from "../../../app/(console)/estates/promises/page";
import FollowUpPage from "../../../app/(console)/follow-up/page";
import BankPage from "../../../app/(console)/instruments/[id]/bank/page";
import ItemPage from "../../../app/(console)/instruments/[id]/items/[code]/page";
import InstrumentPage from "../../../app/(console)/instruments/[id]/page";
import InstrumentsPage from "../../../app/(console)/instruments/page";
import HomePage from "../../../app/(console)/page";
import PasswordPage from "../../../app/(console)/password/page";
import RecordsPage from "../../../app/(console)/records/page";
import DigestPage from "../../../app/(console)/reminders/digest/page";
import RemindersPage from "../../../app/(console)/reminders/page";
import RepliesPage from "../../../app/(console)/replies/page";
import ReportPage from "../../../app/(console)/report/page";
import ImportFormsPage from "../../../app/(console)/senses/[id]/import/page";
import PilePage from "../../../app/(console)/senses/[id]/key-in/[pile]/page";
import KeyInPage from "../../../app/(console)/senses/[id]/key-in/page";
import CollectingPage from "../../../app/(console)/senses/[id]/page";
import PaperPage from "../../../app/(console)/senses/[id]/paper/page";
import SheetsPage from "../../../app/(console)/senses/[id]/sheets/page";
import TextsPage from "../../../app/(console)/senses/[id]/texts/page";
import ImprovementPage from "../../../app/(console)/senses/improvements/[id]/page";
import NewImprovementPage from "../../../app/(console)/senses/improvements/new/page";
import NewRoundPage from "../../../app/(console)/senses/new/page";
import SensesPage from "../../../app/(console)/senses/page";
import SettingsPage from "../../../app/(console)/settings/page";
import StewardPage from "../../../app/(console)/steward/page";
import SupervisionPage from "../../../app/(console)/supervision/page";
import RulesPage from "../../../app/(console)/supervision/rules/page";
import TodayPage from "../../../app/(console)/today/page";
import TopicPage from "../../../app/(console)/topics/[id]/page";
import NewTopicPage from "../../../app/(console)/topics/new/page";
import TopicsPage from "../../../app/(console)/topics/page";
import UnitPage from "../../../app/(console)/units/[id]/page";
import UnitsPage from "../../../app/(console)/units/page";
import WhistlesPage from "../../../app/(console)/whistles/page";
import type { Permission } from "../model";
import type { Attempt, Target } from "./attempt";

/** Something of each kind at a target, by its id. */
export const laidKinds = [
  "caseId",
  "accountId",
  "roundId",
  "resultsId",
  "improvementId",
  "pileId",
  "unitId",
  "estateId",
  "instrumentId",
  "topicId",
] as const;
export type Laid = Record<(typeof laidKinds)[number], string>;

/** What is not there, or is another thing. */
export function laidAs(id: string): Laid {
  // Object.fromEntries forgets the names of its keys; they are those of the list.
  return Object.fromEntries(laidKinds.map((kind) => [kind, id])) as Laid;
}

export type Looked = {
  permission: Permission;
  on: Attempt["on"];
  look: (target: Target & Laid) => Promise<unknown>;
};

const params = (given: Record<string, string>) => ({
  params: Promise.resolve(given) as never,
  searchParams: Promise.resolve({}),
});
const search = (given: Record<string, string>) => ({
  params: Promise.resolve({}),
  searchParams: Promise.resolve(given),
});

/** Every page with an account, by its file, with what it takes to see it. */
export const pages: Record<string, Looked> = {
  "page.tsx": { permission: "board.read", on: "area", look: ({ area }) => HomePage(search({ area })) },
  "records/page.tsx": {
    permission: "board.read",
    on: "area",
    look: ({ area }) => RecordsPage(search({ area, figure: "grids_staffed", from: "2026-11-01", to: "2026-11-30" })),
  },
  "cases/page.tsx": { permission: "case.read", on: "area", look: ({ area }) => CasesPage(search({ area })) },
  "cases/[id]/page.tsx": {
    permission: "case.read",
    on: "case",
    look: ({ caseId }) => CasePage(params({ id: caseId })),
  },
  "cases/bulk/page.tsx": { permission: "case.dispatch", on: "area", look: ({ area }) => BulkPage(search({ area })) },
  "cases/new/page.tsx": { permission: "case.register", on: "nothing", look: () => NewCasePage(search({})) },
  "cases/import/page.tsx": { permission: "case.import", on: "nothing", look: () => ImportPage() },
  "report/page.tsx": { permission: "case.register", on: "nothing", look: () => ReportPage() },
  "catalogue/page.tsx": { permission: "category.edit", on: "nothing", look: () => CataloguePage() },
  "catalogue/[code]/page.tsx": {
    permission: "category.edit",
    on: "nothing",
    look: () => CategoryPage(params({ code: "0602" })),
  },
  "follow-up/page.tsx": {
    permission: "case.call-back",
    on: "area",
    look: ({ area }) => FollowUpPage(search({ area })),
  },
  "supervision/page.tsx": {
    permission: "case.urge",
    on: "area",
    look: ({ area }) => SupervisionPage(search({ area })),
  },
  "replies/page.tsx": { permission: "reply.edit", on: "nothing", look: () => RepliesPage() },
  "topics/page.tsx": { permission: "topic.read", on: "area", look: ({ area }) => TopicsPage(search({ area })) },
  "topics/new/page.tsx": { permission: "topic.edit", on: "area", look: ({ area }) => NewTopicPage(search({ area })) },
  "topics/[id]/page.tsx": {
    permission: "topic.read",
    on: "round",
    look: ({ topicId }) => TopicPage(params({ id: topicId })),
  },
  "whistles/page.tsx": { permission: "whistle.read", on: "area", look: ({ area }) => WhistlesPage(search({ area })) },
  "supervision/rules/page.tsx": {
    permission: "rule.edit",
    on: "area",
    look: ({ area }) => RulesPage(search({ area })),
  },
  "reminders/digest/page.tsx": { permission: "reminder.read", on: "nothing", look: () => DigestPage() },
  "reminders/page.tsx": { permission: "reminder.read", on: "nothing", look: () => RemindersPage() },
  "today/page.tsx": { permission: "case.read", on: "nothing", look: () => TodayPage() },
  "senses/new/page.tsx": { permission: "sense.open", on: "area", look: ({ area }) => NewRoundPage(search({ area })) },
  "senses/[id]/page.tsx": {
    permission: "sense.read",
    on: "asked",
    look: ({ roundId }) => CollectingPage(params({ id: roundId })),
  },
  "senses/[id]/sheets/page.tsx": {
    permission: "sense.collect",
    on: "asked",
    look: ({ roundId }) => SheetsPage(params({ id: roundId })),
  },
  "senses/[id]/texts/page.tsx": {
    permission: "sense.review",
    on: "round",
    look: ({ roundId }) => TextsPage(params({ id: roundId })),
  },
  "senses/[id]/paper/page.tsx": {
    permission: "sense.collect",
    on: "asked",
    look: ({ roundId }) => PaperPage(params({ id: roundId })),
  },
  "senses/[id]/key-in/page.tsx": {
    permission: "sense.collect",
    on: "asked",
    look: ({ roundId }) => KeyInPage(params({ id: roundId })),
  },
  "senses/[id]/import/page.tsx": {
    permission: "sense.collect",
    on: "asked",
    look: ({ roundId }) => ImportFormsPage(params({ id: roundId })),
  },
  "senses/[id]/key-in/[pile]/page.tsx": {
    permission: "sense.collect",
    on: "round",
    look: ({ roundId, pileId }) => PilePage(params({ id: roundId, pile: pileId })),
  },
  "senses/improvements/new/page.tsx": {
    permission: "improvement.open",
    on: "area",
    look: ({ area, resultsId }) => NewImprovementPage(search({ area, round: resultsId, item: "q1" })),
  },
  "senses/improvements/[id]/page.tsx": {
    permission: "sense.read",
    on: "round",
    look: ({ improvementId }) => ImprovementPage(params({ id: improvementId })),
  },
  "senses/page.tsx": { permission: "sense.read", on: "area", look: ({ area }) => SensesPage(search({ area })) },
  "instruments/page.tsx": { permission: "sense.read", on: "nothing", look: () => InstrumentsPage() },
  "instruments/[id]/page.tsx": {
    permission: "sense.read",
    on: "round",
    look: ({ instrumentId }) => InstrumentPage(params({ id: instrumentId })),
  },
  "instruments/[id]/bank/page.tsx": {
    permission: "instrument.edit",
    on: "round",
    look: ({ instrumentId }) => BankPage(params({ id: instrumentId })),
  },
  "instruments/[id]/items/[code]/page.tsx": {
    permission: "instrument.edit",
    on: "round",
    look: ({ instrumentId }) => ItemPage(params({ id: instrumentId, code: "Q1" })),
  },
  "areas/page.tsx": { permission: "area.read", on: "area", look: ({ area }) => AreasPage(search({ area })) },
  "accounts/page.tsx": { permission: "account.read", on: "nothing", look: () => AccountsPage(search({})) },
  "accounts/[id]/page.tsx": {
    permission: "account.read",
    on: "account",
    look: ({ accountId }) => AccountPage(params({ id: accountId })),
  },
  "audit/page.tsx": { permission: "audit.read", on: "nothing", look: () => AuditPage(search({})) },
  "estates/page.tsx": { permission: "estate.read", on: "area", look: ({ area }) => EstatesPage(search({ area })) },
  "estates/[id]/page.tsx": {
    permission: "estate.read",
    on: "case",
    look: ({ estateId }) => EstatePage(params({ id: estateId })),
  },
  "estates/promises/page.tsx": {
    permission: "estate.read",
    on: "area",
    look: ({ area }) => PromisesPage(search({ area })),
  },
  "estates/companies/page.tsx": {
    permission: "company.compare",
    on: "area",
    look: ({ area }) => CompaniesPage(search({ area })),
  },
  "steward/page.tsx": { permission: "steward.read", on: "area", look: ({ area }) => StewardPage(search({ area })) },
  "units/page.tsx": { permission: "unit.read", on: "area", look: ({ area }) => UnitsPage(search({ area })) },
  "units/[id]/page.tsx": {
    permission: "unit.read",
    on: "area",
    look: ({ unitId }) => UnitPage(params({ id: unitId })),
  },
  "settings/page.tsx": { permission: "setting.edit", on: "nothing", look: () => SettingsPage(search({})) },
};

/** Pages that everybody with an account has. */
export const everybodys: Record<string, () => Promise<unknown>> = { "password/page.tsx": () => PasswordPage() };
