/** No type has a public route (decision 9 of the design); these limits hold for whatever is added one day. */
export default {
  rest: {
    defaultLimit: 25,
    maxLimit: 100, // never -1: a client could then ask for everything at once
    strictParams: true,
    withCount: true,
  },
  documents: { strictParams: true },
};
