import type { BadgeTone } from "@/components/ui/badge";
import type { TaskState } from "@/lib/estates/model";

export const taskTones: Record<TaskState, BadgeTone> = {
  open: "plain",
  late: "late",
  kept: "good",
  "done-late": "soon",
};
