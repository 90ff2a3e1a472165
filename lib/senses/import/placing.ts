import { type KnownArea, type KnownTree, knownTree } from "../../areas/known";
import { type AreaRange, codeSchemes, isCounted } from "../../areas/model";
import { listKnownAreas } from "../../areas/queries";
import { localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { Refusal } from "../../errors";

/** The areas that the rows of a sheet may name: one and all below it. */
export async function treeOf(ctx: Context, into: AreaRange & { id: string }): Promise<KnownTree> {
  const known = await listKnownAreas(ctx, into, { scheme: "local", from: localDay(ctx.now), to: null });
  const top = known.find((area) => area.id === into.id);
  if (!top) throw new Refusal("not-found", "area.missing");
  return knownTree(known, top);
}

/** The one area that a word means by its name, its code or its id; null where there is none, or more than one. */
export function areaFinder(tree: KnownTree): (word: string) => KnownArea | null {
  const known = new Map<string, KnownArea | null>();
  const find = (word: string) => {
    const found = new Set([word, ...codeSchemes.map((scheme) => `${scheme}:${word}`)].flatMap(tree.resolve));
    return found.size === 1 ? ([...found][0] ?? null) : null;
  };
  return (word) => {
    const found = known.has(word) ? known.get(word) : find(word);
    known.set(word, found ?? null);
    return found ?? null;
  };
}

/** The area whose answers those of an area are: of a grid or a building its community. */
export function countedArea(tree: KnownTree, area: KnownArea): KnownArea | null {
  if (isCounted(area.level)) return area;
  const parent = area.parentId === null ? undefined : tree.byId.get(area.parentId);
  return parent ? countedArea(tree, parent) : null;
}
