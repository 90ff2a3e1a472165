const prefix = "draft:";

/** Keeps what is written in a form in this browser until it is sent, but for some fields; answers how to stop. */
export function keepDraft(name: string, form: HTMLFormElement, unkept: readonly string[] = []): () => void {
  let sent = false;
  const keep = () => {
    sent = false;
    localStorage.setItem(prefix + name, JSON.stringify(kept(form, unkept)));
  };
  const send = () => {
    sent = true;
  };
  form.addEventListener("input", keep);
  form.addEventListener("submit", send);
  return () => {
    form.removeEventListener("input", keep);
    form.removeEventListener("submit", send);
    if (sent) localStorage.removeItem(prefix + name);
  };
}

/** Puts what was kept into a form, but for what was entered before the page had woken; false where there is nothing. */
export function restoreDraft(name: string, form: HTMLFormElement): boolean {
  const draft = draftOf(name);
  if (draft === null) return false;
  restoreChoices(name, form);
  for (const [key, value] of Object.entries(draft)) {
    const field = form.elements.namedItem(key);
    if (isEntered(field)) continue;
    if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = value === "on";
    else if (isWritten(field) || field instanceof RadioNodeList) field.value = value;
  }
  return true;
}

/** Chooses again what was chosen, also what the page does not offer by itself. */
export function restoreChoices(name: string, form: HTMLFormElement): void {
  const draft = draftOf(name) ?? {};
  for (const select of form.querySelectorAll("select")) {
    const [value, label] = [draft[select.name], draft[labelOf(select.name)]];
    if (value && label && !isEntered(select)) choose(select, { value, label });
  }
}

/** Chooses in a list, adding what it does not hold. */
export function choose(select: HTMLSelectElement, { value, label }: { value: string; label: string }): void {
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(label, value));
  select.value = value;
}

const labelOf = (name: string) => `${name}:label`;

function draftOf(name: string): Record<string, string> | null {
  return JSON.parse(localStorage.getItem(prefix + name) ?? "null");
}

/** Whether a field holds something else than the page came with. */
function isEntered(field: Element | RadioNodeList | Node | null): boolean {
  if (field instanceof RadioNodeList) return [...field].some(isEntered);
  if (field instanceof HTMLSelectElement) return field.selectedIndex !== firstOf(field);
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (!(field instanceof HTMLInputElement)) return false;
  return field.checked !== field.defaultChecked || field.value !== field.defaultValue;
}

function firstOf({ options }: HTMLSelectElement): number {
  return Math.max(
    0,
    [...options].findIndex(({ defaultSelected }) => defaultSelected),
  );
}

/** Forgets all drafts of this browser: whoever signs out leaves nothing to the next. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}

function kept(form: HTMLFormElement, unkept: readonly string[]): Record<string, string> {
  const hidden = [...form.querySelectorAll<HTMLInputElement>("input[type=hidden]")].map((field) => field.name);
  const left = new Set([...hidden, ...unkept]);
  const written = [...new FormData(form)].filter(([name, value]) => !left.has(name) && typeof value === "string");
  const labels = [...form.querySelectorAll("select")].map(({ name, selectedOptions: [chosen] }) => [
    labelOf(name),
    chosen?.label ?? "",
  ]);
  return Object.fromEntries([...labels, ...written.map(([name, value]) => [name, String(value)])]);
}

function isWritten(field: Element | RadioNodeList | null) {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
}
