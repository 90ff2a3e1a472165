import { expect, test } from "vitest";
import { alikeFrom, alikeness } from "./alike";

const told = (title: string, place: string | null = null, categoryCode: string | null = null) => ({
  title,
  place,
  categoryCode,
});

test("the same matter in other words is alike, another matter at the same place is not", () => {
  const lift = told("3幢1单元电梯坏了", "浪花苑3幢", "0602");
  expect(alikeness(lift, told("3幢1单元：电梯又坏了", "浪花苑3幢", "0602"))).toBeGreaterThan(alikeFrom);
  expect(alikeness(lift, told("楼道堆放杂物", "浪花苑3幢", "0605"))).toBeLessThan(alikeFrom);
  expect(alikeness(lift, lift)).toBe(1);
  expect(alikeness(told(""), told(""))).toBe(0);
});
