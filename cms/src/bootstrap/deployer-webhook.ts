import type { Core } from '@strapi/strapi';
import { requireEnvironment } from '../environment.ts';

export const WEBHOOK_NAME = 'Publication du site';

const EVENTS = [
  'entry.create',
  'entry.update',
  'entry.delete',
  'entry.publish',
  'entry.unpublish',
  'media.create',
  'media.update',
  'media.delete',
];

interface Webhook {
  id: string;
  name: string;
  url: string;
  headers: Record<string, string>;
  events: string[];
  isEnabled: boolean;
}

interface Store {
  findWebhooks(): Promise<Webhook[]>;
  createWebhook(webhook: Omit<Webhook, 'id'>): Promise<Webhook>;
  updateWebhook(id: string, webhook: Webhook): Promise<Webhook | null>;
  deleteWebhook(id: string): Promise<unknown>;
}

interface Runner {
  add(webhook: Webhook): void;
  update(webhook: Webhook): void;
  run(webhook: Webhook, event: string, info?: Record<string, unknown>): Promise<unknown>;
}

/**
 * Strapi would send the whole record with every relation, contacts that agreed to nothing included. The deployer only needs
 * to be woken: what changed is enough, and no personal data leaves by this way.
 */
function sendIdentifiersOnly(runner: Runner): void {
  const run = runner.run.bind(runner);
  runner.run = (webhook, event, info = {}) => {
    const entry = info['entry'] as { documentId?: string } | undefined;
    return run(webhook, event, { uid: info['uid'], entry: entry && { documentId: entry.documentId } });
  };
}

/**
 * Registers the webhook that wakes the deployer, and keeps it in step with DEPLOYER_URL and TRAME_WEBHOOK_SECRET.
 * Strapi neither repeats nor stores what it sends: the deployer also asks by itself.
 */
export async function setUpDeployerWebhook(strapi: Core.Strapi): Promise<void> {
  const { DEPLOYER_URL, TRAME_WEBHOOK_SECRET } = requireEnvironment();
  const wanted = {
    name: WEBHOOK_NAME,
    url: `${DEPLOYER_URL}/hooks/strapi`,
    headers: { Authorization: `Bearer ${TRAME_WEBHOOK_SECRET}` },
    events: EVENTS,
    isEnabled: true,
  };
  const store = strapi.get<Store>('webhookStore');
  const runner = strapi.get<Runner>('webhookRunner');
  sendIdentifiersOnly(runner);

  const [existing, ...doubles] = (await store.findWebhooks()).filter(({ name }) => name === WEBHOOK_NAME);
  for (const double of doubles) await store.deleteWebhook(double.id);
  if (!existing) {
    // A new webhook is otherwise only heard of at the next start.
    runner.add(await store.createWebhook(wanted));
    return;
  }
  const updated = await store.updateWebhook(existing.id, { ...wanted, id: existing.id });
  if (updated) runner.update(updated);
}
