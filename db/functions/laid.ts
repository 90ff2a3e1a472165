/** The changes of what is laid down, but those of the tree, which `db/functions/tree.ts` notes itself. */
export const laying = ["setting.changed", "category.added", "category.changed"];

/** Says that something of what is laid down is another from the end of this transaction on. */
const noteLaid = `
create or replace function note_laid(part text) returns void
language sql as $$
  insert into laid_versions (what, version) values (part, 1)
  on conflict (what) do update set version = laid_versions.version + 1
$$`;

export const laid = [noteLaid];
