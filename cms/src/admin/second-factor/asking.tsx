import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useState, type FormEvent, type ReactNode } from 'react';
import { faultsIn, problemOf } from '../kit/problem.ts';
import { useFocus } from './use-focus.ts';
import { words } from './second-factor-words.ts';

export type Asked = 'password' | 'code';

interface AskingProps {
  title: string;
  meaning: string;
  /** What is asked for, in this order. */
  fields: readonly Asked[];
  label: string;
  danger?: boolean;
  /** Does it; what it throws is said in the form, which stays open. */
  onGo: (given: Readonly<Record<Asked, string>>) => Promise<void>;
  /** The button that opens the form. */
  children: ReactNode;
}

/** An act that asks who is there: the password, the code, or both. Closed, it forgets what was typed. */
export const Asking = ({ children, ...form }: AskingProps) => {
  const [open, setOpen] = useState(false);
  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>{children}</Modal.Trigger>
      <Modal.Content>{open && <AskingForm {...form} close={() => setOpen(false)} />}</Modal.Content>
    </Modal.Root>
  );
};

const AskingForm = ({
  title,
  meaning,
  fields,
  label,
  danger = false,
  onGo,
  close,
}: Omit<AskingProps, 'children'> & { close: () => void }) => {
  const [given, setGiven] = useState<Record<Asked, string>>({ password: '', code: '' });
  const [problem, setProblem] = useState<{ field: string; message: string } | null>(null);
  const [underWay, setUnderWay] = useState(false);
  const first = useFocus();

  const go = async (event: FormEvent) => {
    event.preventDefault();
    setUnderWay(true);
    try {
      await onGo(given);
      close();
    } catch (error) {
      const [fault] = faultsIn(error);
      setProblem(fault ? { field: fault.path, message: fault.message } : { field: '', message: problemOf(error) });
      setUnderWay(false);
    }
  };
  return (
    <form onSubmit={(event) => void go(event)}>
      <Modal.Header closeLabel={words.close}>
        <Modal.Title>{title}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography tag="p" variant="omega">
            {meaning}
          </Typography>
          {fields.map((field, rank) => (
            <Field.Root
              key={field}
              name={field}
              required
              error={
                problem && (problem.field === field || (problem.field === '' && rank === 0))
                  ? problem.message
                  : undefined
              }
            >
              <Field.Label>{words[field]}</Field.Label>
              <TextInput
                type={field === 'password' ? 'password' : 'text'}
                autoComplete={field === 'password' ? 'current-password' : 'one-time-code'}
                ref={rank === 0 ? first : undefined}
                value={given[field]}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                  setGiven({ ...given, [field]: event.target.value })
                }
              />
              <Field.Error />
            </Field.Root>
          ))}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{words.cancel}</Button>
        </Modal.Close>
        <Button type="submit" variant={danger ? 'danger-light' : 'default'} loading={underWay}>
          {label}
        </Button>
      </Modal.Footer>
    </form>
  );
};
