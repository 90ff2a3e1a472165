import type { TransactionSql } from "postgres";
import type { Question } from "../../lib/cases/catalogue/model";
import type { Tree } from "./areas";

type Laid = { code: string; notice: string; questions: Question[] };

const ask = (label: string, kind: Question["kind"], options: string[] = []): Question => ({
  label,
  kind,
  options,
  required: false,
});

const laid: Laid[] = [
  {
    code: "0602",
    notice: "先问有没有人被困：有人被困改选“电梯困人”，并请对方先打 119。记下楼栋和电梯编号，物业 30 分钟内到场。",
    questions: [
      ask("电梯编号（贴在轿厢里）", "text"),
      ask("停在哪里", "choice", ["一楼", "两层之间", "其他楼层", "不清楚"]),
      ask("这栋楼只有一部电梯吗", "yes-no"),
    ],
  },
  {
    code: "0202",
    notice: "灯杆上有编号；一整条路不亮的，由街道直接报区城管。",
    questions: [ask("灯杆编号", "text"), ask("几盏不亮", "number")],
  },
  {
    code: "0607",
    notice: "涉及收费标准的，请先看小区公示栏的收费公示；不要代表物业承诺退费。",
    questions: [ask("哪一笔费用", "choice", ["物业费", "停车费", "公共收益", "其他"])],
  },
];

/** What the streets of the demo world have laid down for some categories; the limits are those that ship. */
export async function layDownRules(tx: TransactionSql, { all }: Tree): Promise<void> {
  const streets = all.filter(({ level }) => level === "street").map(({ id }) => id);
  for (const { code, notice, questions } of laid) {
    await tx`
      insert into category_rules (area_id, area_pos, area_last, code, close_limit, close_unit, contact_limit, contact_unit, urgent, words, emergency, emergency_words, notice, questions)
      select a.id, a.pos, a.last, c.code, c.close_limit, c.close_unit, c.contact_limit, c.contact_unit, c.urgent, c.words, c.emergency, c.emergency_words, ${notice}, ${JSON.stringify(questions)}::text::jsonb
      from areas a, categories c where a.id in ${tx(streets)} and c.code = ${code}`;
  }
}
