export const limitUnits = ["hour", "work_hour", "work_day", "natural_day"] as const;
export type LimitUnit = (typeof limitUnits)[number];

export type Limit = { value: number; unit: LimitUnit };

/** The spans of one working day in local time, "09:00" to "24:00", in order and apart. Which days work, the calendar says. */
export type WorkHours = readonly { from: string; to: string }[];

export const defaultWorkHours: WorkHours = [
  { from: "09:00", to: "12:00" },
  { from: "13:00", to: "17:00" },
];
