import { Button, Field, Flex, LinkButton, Modal, TextInput, Typography, VisuallyHidden } from '@strapi/design-system';
import { Cross, Mail, Phone } from '@strapi/icons';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { parseEmail } from '../../domain/email.ts';
import { useAct } from '../kit/use-act.ts';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { resendLetter, revokeLink } from './board-api.ts';
import { resending, revoking } from './board-words.ts';
import { boardPaths } from '../kit/paths.ts';
import { to } from '../../domain/french-prepositions.ts';

interface RequestActsProps {
  campaign: string;
  request: { request: string; name: string; email?: string | null };
  /** A link that is closed already is not closed again. */
  revocable: boolean;
  refresh: () => Promise<void>;
}

/** What an editor does for one association: take its answer down, write to it again, close its link. */
export const RequestActs = ({ campaign, request, revocable, refresh }: RequestActsProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const words = revoking(request.name);
  const revoke = async () => {
    await act(() => revokeLink(client, campaign, request.request), { done: words.done });
    await refresh();
  };
  const whose = <VisuallyHidden>{` (${request.name})`}</VisuallyHidden>;
  return (
    <Flex gap={2} wrap="wrap">
      <LinkButton
        tag={RouterLink}
        to={boardPaths.phone(campaign, request.request)}
        variant="secondary"
        size="S"
        startIcon={<Phone />}
      >
        Saisir la réponse
        {whose}
      </LinkButton>
      <Resend campaign={campaign} request={request} refresh={refresh} />
      {revocable && (
        <ConfirmAct
          title={words.title}
          meaning={words.meaning}
          label={words.act}
          variant="danger-light"
          onConfirm={revoke}
        >
          <Button variant="tertiary" size="S" startIcon={<Cross />} disabled={underWay}>
            Annuler le lien
            {whose}
          </Button>
        </ConfirmAct>
      )}
    </Flex>
  );
};

const Resend = ({ campaign, request, refresh }: Omit<RequestActsProps, 'revocable'>) => {
  const client = useFetchClient();
  const { toggleNotification } = useNotification();
  const { act, underWay } = useAct();
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState(request.email ?? '');
  const [fault, setFault] = useState<string | undefined>();

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const address = parseEmail(email);
    if (!address.ok) {
      setFault(address.message);
      return;
    }
    const queued = await act(() => resendLetter(client, campaign, request.request, address.value));
    if (queued === null) return;
    toggleNotification({ type: queued ? 'success' : 'info', message: queued ? resending.done : resending.already });
    setOpen(false);
    await refresh();
  };
  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button variant="tertiary" size="S" startIcon={<Mail />}>
          Renvoyer
          <VisuallyHidden>{` la lettre (${request.name})`}</VisuallyHidden>
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <form onSubmit={(event) => void send(event)} noValidate>
          <Modal.Header closeLabel="Fermer">
            <Modal.Title>{`${resending.title} ${to(request.name)}`}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography tag="p">{resending.meaning}</Typography>
              <Field.Root name="email" required error={fault} hint={resending.emailHelp}>
                <Field.Label>{resending.email}</Field.Label>
                <TextInput
                  type="email"
                  value={email}
                  onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
                    setEmail(event.target.value);
                    setFault(undefined);
                  }}
                />
                <Field.Error />
                <Field.Hint />
              </Field.Root>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Modal.Close>
              <Button variant="tertiary">Annuler</Button>
            </Modal.Close>
            <Button type="submit" loading={underWay}>
              {resending.act}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
