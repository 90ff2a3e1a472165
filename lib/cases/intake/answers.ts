import { Refusal } from "../../errors";
import { type Answer, answersTo, faultOf, type Question } from "../catalogue/model";
import type { RegisterInput } from "../input";

/** What was answered of what the category asks; the first answer that cannot stand is refused at its field. */
export function answersIn(input: RegisterInput, category: { questions: Question[] } | null): Answer[] | null {
  const questions = category?.questions ?? [];
  if (questions.length === 0) return null;
  const { answer1, answer2, answer3, answer4, answer5, answer6 } = input;
  const given = [answer1, answer2, answer3, answer4, answer5, answer6];
  questions.forEach((question, i) => {
    const fault = faultOf(question, given[i]);
    if (fault) throw new Refusal("invalid", `form.${fault}`, {}, `answer${i + 1}`);
  });
  const answers = answersTo(questions, given);
  return answers.length > 0 ? answers : null;
}
