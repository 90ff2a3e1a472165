/** The headings under which a sheet says what we need; those that may be missing are empty. */
export type SheetColumns = {
  id: string;
  title: string;
  body: string;
  place: string;
  area: string;
  category: string;
  registered: string;
  due: string;
};

export const sheetColumns = ["id", "title", "body", "place", "area", "category", "registered", "due"] as const;
/** Without these a row is no request. */
export const neededColumns = ["id", "title", "registered"] as const satisfies (typeof sheetColumns)[number][];

/** As the sheets of 12345 are usually headed. */
export const usualColumns: SheetColumns = {
  id: "工单编号",
  title: "标题",
  body: "诉求内容",
  place: "事发地址",
  area: "所属社区",
  category: "诉求类别",
  registered: "受理时间",
  due: "办理时限",
};
