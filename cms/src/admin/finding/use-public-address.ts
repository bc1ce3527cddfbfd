import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { FoundRecord } from '../../domain/contract/desk/finding.ts';
import { publicAddress } from './finding-api.ts';

/** Somebody who goes down a list with the arrows asks about none of what they pass. */
const PAUSE_MS = 150;

/** The page of a record on the site, once it is known; null while it is not, and when there is none. */
export function usePublicAddress(record: FoundRecord | null): string | null {
  const { get } = useFetchClient();
  const key =
    record === null || record.state === 'brouillon' || record.state === 'hors ligne' ? null : record.documentId;
  const [known, setKnown] = useState<{ key: string; url: string | null } | null>(null);
  useEffect(() => {
    if (key === null || record === null) return;
    let alive = true;
    const timer = window.setTimeout(() => {
      publicAddress({ get }, record).then(
        (url) => alive && setKnown({ key, url }),
        () => undefined, // the dialog serves without the link
      );
    }, PAUSE_MS);
    return () => {
      alive = false;
      window.clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for the record
  }, [get, key]);
  return known !== null && known.key === key ? known.url : null;
}
