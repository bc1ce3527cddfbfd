import { Box, Button, Flex, Link, Loader, Typography, VisuallyHidden } from '@strapi/design-system';
import { ArrowClockwise, CheckCircle, ExternalLink, WarningCircle } from '@strapi/icons';
import { useFetchClient, useNotification, Widget } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { PublicAddress } from '../../domain/contract/desk/public-page.ts';
import { PublicationReport, RebuildAnswer } from '../../domain/contract/desk/publication-report.ts';
import { pollingDelay, publicationWords, type Publication, type PublicationWords } from './publication-words.ts';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { recordPath } from '../kit/paths.ts';
import { problemOf } from '../kit/problem.ts';
import { usePolling } from '../kit/use-polling.ts';

const LOOK: Record<Exclude<PublicationWords['tone'], 'working'>, { icon: typeof CheckCircle; colour: string }> = {
  success: { icon: CheckCircle, colour: 'success600' },
  warning: { icon: WarningCircle, colour: 'warning700' },
  danger: { icon: WarningCircle, colour: 'danger600' },
};

/** More would push the rest of the home page away; the first ones show what is the matter. */
const MOST_SHOWN = 5;

/** « Mise en ligne »: whether what was published is on the site, and what to do when it is not. */
export const PublicationWidget = () => {
  const { get } = useFetchClient();
  const site = useSiteAddress();
  const ask = async (): Promise<{ report: Publication }> => {
    try {
      return { report: PublicationReport.parse((await get<unknown>('/trame/publication')).data) };
    } catch {
      return { report: null };
    }
  };
  const { answer, refresh } = usePolling(ask, (last) => pollingDelay(last?.report ?? null));
  const { relaunch, relaunching } = useRelaunch(refresh);

  if (answer === null) return <Widget.Loading>Chargement de l’état de la mise en ligne</Widget.Loading>;
  const words = publicationWords(answer.report, new Date());
  return (
    <Flex direction="column" alignItems="stretch" justifyContent="space-between" gap={4} height="100%">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex gap={3} alignItems="flex-start">
          <Sign tone={words.tone} />
          <Typography tag="p" variant="delta" role="status" aria-live="polite">
            {words.headline}
          </Typography>
        </Flex>
        {words.details.map((sentence) => (
          <Typography key={sentence} tag="p" variant="omega" textColor="neutral700">
            {sentence}
          </Typography>
        ))}
        <ToMend title="À corriger pour que la mise en ligne reprenne" records={answer.report?.refused ?? []} />
        <ToMend title="Publié, mais à corriger pour paraître sur le site" records={answer.report?.leftOut ?? []} />
        <ToMend title="Publié sans des coordonnées qui n’y sont pas admises" records={answer.report?.cleared ?? []} />
      </Flex>
      <Flex gap={4} wrap="wrap" alignItems="center">
        {words.canAcceptLoss && (
          <ConfirmAct
            title={'Mettre en ligne avec ces pages en moins\u202f?'}
            meaning="Les pages des fiches qui ne sont plus publiées disparaissent du site. Une fiche supprimée reste trente jours dans la corbeille."
            label="C’est voulu, mettre en ligne"
            variant="default"
            onConfirm={() => relaunch('accept-loss')}
          >
            <Button startIcon={<ArrowClockwise />} loading={relaunching}>
              C’est voulu, mettre en ligne
            </Button>
          </ConfirmAct>
        )}
        {words.canRelaunch && (
          <Button
            variant={words.tone === 'danger' ? 'default' : 'tertiary'}
            startIcon={<ArrowClockwise />}
            loading={relaunching}
            onClick={() => void relaunch('rebuild')}
          >
            Relancer la publication
          </Button>
        )}
        {site && (
          <Link href={site} isExternal endIcon={<ExternalLink />}>
            Voir le site<VisuallyHidden> (nouvel onglet)</VisuallyHidden>
          </Link>
        )}
      </Flex>
    </Flex>
  );
};

/** The address of the public site; null until it is known, or when the CMS has none. */
function useSiteAddress(): string | null {
  const { get } = useFetchClient();
  const [site, setSite] = useState<string | null>(null);
  useEffect(() => {
    get<unknown>('/trame/site')
      .then(({ data }) => setSite(PublicAddress.parse(data).url))
      .catch(() => setSite(null)); // the widget serves without the link
  }, [get]);
  return site;
}

/** Asks the deployer for a new publication, says what it answered, and looks at once at what became of it. */
function useRelaunch(refresh: () => Promise<void>) {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [relaunching, setRelaunching] = useState(false);
  const relaunch = async (how: 'rebuild' | 'accept-loss') => {
    setRelaunching(true);
    try {
      const { data } = await post<unknown>(`/trame/publication/${how}`, {});
      toggleNotification({ type: 'success', message: RebuildAnswer.parse(data).message });
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemOf(error), timeout: 10_000 });
    }
    await refresh();
    setRelaunching(false);
  };
  return { relaunch, relaunching };
}

const Sign = ({ tone }: { tone: PublicationWords['tone'] }) => {
  if (tone === 'working') return <Loader small>Publication en cours</Loader>;
  const { icon: Icon, colour } = LOOK[tone];
  return <Icon aria-hidden width="2.4rem" height="2.4rem" fill={colour} style={{ flexShrink: 0 }} />;
};

/** Records that are not on the site as they were published, each with what is to be mended. */
const ToMend = ({ title, records }: { title: string; records: PublicationReport['leftOut'] }) => {
  if (records.length === 0) return null;
  const others = records.length - MOST_SHOWN;
  return (
    <Box>
      <Typography tag="p" variant="omega" fontWeight="semiBold" textColor="warning700">
        {title}
        {'\u00a0'}:
      </Typography>
      <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
        {records.slice(0, MOST_SHOWN).map(({ uid, documentId, title: name, reasons }) => (
          <Box tag="li" key={`${uid} ${documentId}`} paddingTop={2}>
            <Link tag={RouterLink} to={recordPath(uid, documentId)}>
              {name}
            </Link>
            <Typography tag="p" variant="pi" textColor="neutral700">
              {reasons.join(' ')}
            </Typography>
          </Box>
        ))}
      </Box>
      {others > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral700">
          {`… et ${others} autre${others > 1 ? 's' : ''}.`}
        </Typography>
      )}
    </Box>
  );
};
