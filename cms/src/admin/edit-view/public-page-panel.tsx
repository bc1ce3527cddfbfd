import { Flex, Link, Typography } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';
import { unstable_useContentManagerContext as useContentManagerContext, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { PublicAddress } from '../../domain/contract/desk/public-page.ts';
import type { PanelComponent, PanelProps } from '../kit/panel.ts';
import { publicPageWords, type PublicRecord } from './public-page-words.ts';

/** Types that have no page of their own: they show on the pages of others. */
const WITHOUT_PAGE = ['api::audience.audience', 'api::edition.edition', 'api::venue.venue'];
/** Types of Strapi itself: accounts, files. */
const isOurs = (model: string) => model.startsWith('api::');

/** « Sur le site »: where the published version is, and whether it is this one. */
export const publicPagePanel: PanelComponent = ({ model, document }) => {
  if (!isOurs(model) || WITHOUT_PAGE.includes(model)) return null;
  return { title: 'Sur le site', content: <PublicPage model={model} document={document} /> };
};

const PublicPage = ({ model, document }: PanelProps) => {
  const { get } = useFetchClient();
  const { hasDraftAndPublish } = useContentManagerContext();
  const [address, setAddress] = useState<string | null>(null);
  const documentId = document?.documentId;
  // The address may change whenever the record was saved or published.
  const version = `${document?.status} ${document?.updatedAt}`;

  useEffect(() => {
    let alive = true;
    if (documentId === undefined) return;
    get<unknown>('/trame/public-page', { params: { uid: model, documentId } })
      .then(({ data }) => alive && setAddress(PublicAddress.parse(data).url))
      .catch(() => alive && setAddress(null)); // the sentence serves without the link
    return () => {
      alive = false;
    };
  }, [get, model, documentId, version]);

  const { sentence, attention } = publicPageWords({
    status: hasDraftAndPublish ? ((document?.status as PublicRecord['status']) ?? 'draft') : null,
    isNew: documentId === undefined,
  });
  return (
    <Flex direction="column" alignItems="flex-start" gap={2} width="100%">
      <Typography
        tag="p"
        variant="omega"
        textColor={attention ? 'warning700' : 'neutral700'}
        fontWeight={attention ? 'semiBold' : 'regular'}
      >
        {sentence}
      </Typography>
      {address && (
        <Link href={address} isExternal endIcon={<ExternalLink />}>
          Voir la page
        </Link>
      )}
    </Flex>
  );
};
