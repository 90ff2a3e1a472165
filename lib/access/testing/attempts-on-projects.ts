import { uuidv7 } from "uuidv7";
import * as stewardActions from "../../../app/(console)/steward/actions";
import { keepProjectInput, promiseProjectInput } from "../../projects/input";
import { keepProject, promiseProject } from "../../projects/projects";
import { type Attempt, attempt } from "./attempt";
import { placePartner, placeProject } from "./furniture-of-units";

const of = { permission: "project.edit" } as const;

export const projectAttempts: Attempt[] = [
  attempt({
    ...of,
    name: "promise a project",
    on: "area",
    schema: promiseProjectInput,
    run: promiseProject,
    action: stewardActions.promise,
    fields: async ({ city, target }) => ({
      id: uuidv7(),
      areaId: target.area,
      partnerId: await placePartner(city.owner, target.area),
      offer: "每周六义诊",
      need: "就近量血压",
      promisedBy: "2026-12-01",
    }),
  }),
  attempt({
    ...of,
    name: "keep a project",
    on: "round",
    schema: keepProjectInput,
    run: keepProject,
    action: stewardActions.keep,
    fields: async ({ city, target }) => ({
      projectId: await placeProject(city.owner, target.area),
      keptOn: "2026-11-03",
    }),
  }),
];
