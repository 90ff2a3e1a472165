/** One number at a time: renumberings and whoever adds or moves areas wait for one another here. */
export const treeLock = 133_134;

/** Held by the one who folds the changes of counts into their sums. */
export const foldLock = 133_135;
