import type { Core } from '@strapi/strapi';

/**
 * What makes « one request per association » true when two editors open a campaign at the same moment, and what the desk and
 * a link are looked up by. Requests name campaign and association by documentId in columns of their own, not by relations:
 * an index cannot span two of Strapi's join tables, publishing an association would copy every relation of ten summers, and an
 * answer outlives what it was about.
 */
const INDEXES = [
  'create unique index if not exists trame_request_once on update_requests (campaign_id, association_id)',
  'create unique index if not exists trame_request_token on update_requests (token_hash)',
  'create index if not exists trame_request_association on update_requests (association_id)',
  'create index if not exists trame_submission_state on submissions (state, sent_at)',
  'create index if not exists trame_submission_association on submissions (association_id)',
  'create index if not exists trame_submission_request on submissions (request_id)',
  'create index if not exists trame_journal_association on journal_entries (association_id, at)',
];

/** Creates the indexes that are missing. Not a migration: those run before Strapi has created the tables. */
export async function createCampaignIndexes(strapi: Core.Strapi): Promise<void> {
  for (const index of INDEXES) await strapi.db.connection.raw(index);
}
