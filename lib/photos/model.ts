export const photoKinds = ["before", "after", "other"] as const;
export type PhotoKind = (typeof photoKinds)[number];

/** Said in every sentence about a photo that is refused. */
export const photoLimits = { megabytes: 12, megapixels: 40, photos: 9 };
export const mostBytes = photoLimits.megabytes * 1024 * 1024;
export const mostPixels = photoLimits.megapixels * 1_000_000;
/** Longer sides are made this long, in the browser already where it can. */
export const longestSide = 2560;
