/** Within how many days the same matter at the same place is asked for again. */
export const repeatDays = 30;

/** What has a place and a category can be told to repeat another; SQL over the columns of `cases`. */
export const comparable = "placed and coalesce(place, '') <> '' and category_code is not null";
