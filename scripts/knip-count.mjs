/** Tells how much was looked at, so that a check that read nothing is seen. */
export default ({ counters }) => console.log(`Looked at ${counters.total} files`);
