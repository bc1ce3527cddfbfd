import type { useFetchClient } from '@strapi/strapi/admin';

/** Strapi’s client of its own server: carries the session, and renews it. */
export type Client = ReturnType<typeof useFetchClient>;
