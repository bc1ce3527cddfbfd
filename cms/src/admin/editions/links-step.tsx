import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { Duplicate, Link as LinkIcon } from '@strapi/icons';
import { useClipboard, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import type { EditionState, MadePrintShopLink, PrintShopLink } from '../../domain/contract/press/edition-state.ts';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { makeLink, revokeLink } from './editions-api.ts';
import { linkWords } from './edition-words.ts';
import { Step } from './step.tsx';
import { useAct } from '../kit/use-act.ts';

interface LinksStepProps {
  state: EditionState;
  refresh: () => Promise<void>;
}

const DURATIONS = [7, 14, 30, 90] as const;
const USUAL_DURATION = 30;

/** « Lien pour l’imprimeur »: a private address for the frozen files, that ends by itself and is counted. */
export const LinksStep = ({ state, refresh }: LinksStepProps) => {
  const [made, setMade] = useState<MadePrintShopLink | null>(null);
  const isReady = state.frozen !== null;
  return (
    <Step number={4} title="Lien pour l’imprimeur">
      <Typography tag="p" variant="omega" textColor="neutral700">
        {isReady
          ? 'Une adresse privée où l’imprimeur trouve les fichiers, la fiche technique et le rapport de contrôle. Elle cesse de fonctionner à la date choisie.'
          : 'Disponible une fois l’édition figée\u00a0: l’imprimeur ne reçoit que des fichiers définitifs.'}
      </Typography>
      {isReady && <NewLink edition={state.edition} onMade={setMade} refresh={refresh} />}
      {made && <MadeLink made={made} />}
      {state.links.length > 0 && (
        <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
          {state.links.map((link) => (
            <GivenLink key={link.id} edition={state.edition} link={link} refresh={refresh} />
          ))}
        </Box>
      )}
    </Step>
  );
};

interface NewLinkProps {
  edition: string;
  onMade: (made: MadePrintShopLink) => void;
  refresh: () => Promise<void>;
}

const NewLink = ({ edition, onMade, refresh }: NewLinkProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const [recipient, setRecipient] = useState('');
  const [days, setDays] = useState<number>(USUAL_DURATION);
  const [error, setError] = useState<string>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (recipient.trim() === '') {
      setError('Écrivez à qui ce lien est destiné.');
      return;
    }
    const made = await act(() => makeLink(client, edition, { recipient: recipient.trim(), days }));
    if (made !== null) {
      onMade(made);
      setRecipient('');
    }
    await refresh();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Flex gap={4} alignItems="flex-start" wrap="wrap">
        <Box flex="1 1 26rem" maxWidth="42rem">
          <Field.Root name="recipient" required error={error}>
            <Field.Label>Destinataire</Field.Label>
            <TextInput
              value={recipient}
              placeholder="Imprimerie du Moron"
              maxLength={120}
              autoComplete="off"
              onChange={(event) => {
                setRecipient(event.currentTarget.value);
                setError(undefined);
              }}
            />
            <Field.Error />
          </Field.Root>
        </Box>
        <Box flex="0 1 16rem">
          <Field.Root name="days">
            <Field.Label>Valable pendant</Field.Label>
            <SingleSelect value={String(days)} onChange={(chosen) => setDays(Number(chosen))}>
              {DURATIONS.map((duration) => (
                <SingleSelectOption key={duration} value={String(duration)}>{`${duration} jours`}</SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Box>
        <Box paddingTop="2rem">
          <Button type="submit" size="L" startIcon={<LinkIcon />} loading={underWay}>
            Créer un lien
          </Button>
        </Box>
      </Flex>
    </form>
  );
};

/** The address is kept nowhere: here is the one chance to copy it. */
const MadeLink = ({ made: { url, link } }: { made: MadePrintShopLink }) => {
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const copyIt = async () => {
    const copied = await copy(url);
    toggleNotification(
      copied
        ? { type: 'success', message: 'L’adresse est copiée.' }
        : {
            type: 'warning',
            message: 'L’adresse n’a pas pu être copiée\u00a0: sélectionnez-la et copiez-la vous-même.',
          },
    );
  };
  return (
    <Box background="success100" borderColor="success200" hasRadius padding={4}>
      <Typography tag="p" variant="omega" fontWeight="bold" role="status">
        {`Le lien pour ${link.recipient} est prêt. Copiez-le maintenant\u00a0: il ne sera plus affiché.`}
      </Typography>
      <Flex gap={2} paddingTop={3} alignItems="flex-end">
        <Box flex="1 1 auto" minWidth={0}>
          <Field.Root name="made-link">
            <VisuallyHidden>
              <Field.Label>Adresse pour l’imprimeur</Field.Label>
            </VisuallyHidden>
            <TextInput readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
          </Field.Root>
        </Box>
        <Button size="L" variant="secondary" startIcon={<Duplicate />} onClick={() => void copyIt()}>
          Copier
        </Button>
      </Flex>
    </Box>
  );
};

interface GivenLinkProps {
  edition: string;
  link: PrintShopLink;
  refresh: () => Promise<void>;
}

const GivenLink = ({ edition, link, refresh }: GivenLinkProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const { validity, use, isOpen } = linkWords(link, new Date());
  const revoke = async () => {
    await act(() => revokeLink(client, edition, link.id), { done: 'Le lien ne fonctionne plus.' });
    await refresh();
  };
  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0">
      <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
        <Box>
          <Typography tag="p" variant="omega" fontWeight="bold" textColor={isOpen ? 'neutral800' : 'neutral600'}>
            {link.recipient}
          </Typography>
          <Typography tag="p" variant="pi" textColor={isOpen ? 'success700' : 'neutral600'}>
            {validity}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {use}
          </Typography>
        </Box>
        {isOpen && (
          <ConfirmAct
            title={'Désactiver ce lien\u202f?'}
            meaning={`${link.recipient} ne pourra plus ouvrir la page ni télécharger les fichiers. Vous pourrez créer un autre lien.`}
            label="Désactiver"
            variant="danger-light"
            onConfirm={revoke}
          >
            <Button variant="danger-light" loading={underWay}>
              Désactiver
              <VisuallyHidden>{` le lien de ${link.recipient}`}</VisuallyHidden>
            </Button>
          </ConfirmAct>
        )}
      </Flex>
    </Box>
  );
};
