import { Box, Button, Field, Flex, IconButton, Textarea, Typography, VisuallyHidden } from '@strapi/design-system';
import { Cross, File as FileIcon } from '@strapi/icons';
import { useFetchClient, useStrapiApp } from '@strapi/strapi/admin';
import { useContext, useEffect, useId, useRef, useState, type ComponentType } from 'react';
import { flushSync } from 'react-dom';
import { styled } from 'styled-components';
import type { FileShown } from '../../../domain/contract/desk/record.ts';
import { fileSize } from '../../../domain/file-size.ts';
import {
  DOCUMENT_TYPES,
  LARGEST_UPLOAD_BYTES,
  PICTURE_TYPES,
  refusalOfFile,
  type UploadKind,
} from '../../../domain/uploads.ts';
import { problemOf } from '../problem.ts';
import { useAct } from '../use-act.ts';
import { fieldWords } from './field-words.ts';
import { Framed, type FieldProps } from './framed.tsx';
import { FilesOnTheirWay, useWaiting } from './on-their-way.ts';
import { chosenInLibrary, describeFile, readFile, sendFile } from './upload-api.ts';

const say = fieldWords.picture;

interface FilesProps extends FieldProps {
  kind: UploadKind;
  /** Ids of the media library, in their order. */
  value: readonly number[];
  /** What is known of them when the form opens. */
  files: readonly FileShown[];
  most: number;
  /** A file takes its time to arrive: what it is added to is what the form holds by then. */
  onValue: (next: (before: readonly number[]) => number[]) => void;
}

/** The dialog of Strapi's media library, as its upload plugin registers it. */
type LibraryDialog = ComponentType<{
  onClose: () => void;
  onSelectAssets: (files: unknown) => void;
  allowedTypes: readonly string[];
  multiple: boolean;
}>;

/**
 * Pictures or documents: dropped, pasted, chosen on the computer, or taken from the library. What a picture shows is asked where
 * it was dropped, before it is sent: a picture that nobody described cannot be published.
 */
export const FilesField = ({ kind, value, files, most, onValue, ...field }: FilesProps) => {
  const client = useFetchClient();
  const library = useStrapiApp('FilesField', ({ components }) => components['media-library']) as
    LibraryDialog | undefined;
  const { act, underWay } = useAct();
  const { follow } = useContext(FilesOnTheirWay);
  const [known, setKnown] = useState<ReadonlyMap<number, FileShown>>(
    () => new Map(files.map((file) => [file.id, file])),
  );
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  useWaiting(waiting.length);
  const input = useRef<HTMLInputElement>(null);
  const browse = useRef<HTMLButtonElement>(null);
  const learn = (...found: FileShown[]) =>
    setKnown((before) => new Map([...before, ...found.map((file) => [file.id, file] as const)]));
  const add = (...found: FileShown[]) => {
    learn(...found);
    const ids = found.map(({ id }) => id);
    onValue((before) =>
      (most === 1 ? ids.slice(-1) : [...before, ...ids.filter((id) => !before.includes(id))]).slice(0, most),
    );
  };

  // One that another editor put there, or that came back from the device.
  const unknown = value.find((id) => !known.has(id));
  useEffect(() => {
    if (unknown === undefined) return;
    let alive = true;
    readFile(client, unknown).then(
      (file) => alive && setKnown((before) => new Map([...before, [unknown, file]])),
      () => undefined, // it stays in the record, shown without its picture
    );
    return () => {
      alive = false;
    };
  }, [client, unknown]);

  const send = async (file: File, alternativeText: string): Promise<boolean> => {
    setRefused(null);
    const sent = await act(() => sendFile(client, file, alternativeText), {
      failed: (error) => {
        setRefused(problemOf(error));
        return true;
      },
    });
    if (sent === null) return false;
    flushSync(() => {
      add(sent);
      setWaiting((before) => before.filter((other) => other !== file));
    });
    browse.current?.focus();
    return true;
  };
  const take = (given: readonly File[]) => {
    const [wrong] = given.flatMap((file) => refusalOfFile(file, kind) ?? []);
    setRefused(wrong ?? null);
    const right = given.filter((file) => refusalOfFile(file, kind) === null).slice(0, most);
    if (kind === 'document') for (const file of right) follow(send(file, ''));
    // A file that is refused takes nothing from the one that is being described.
    else if (right.length > 0) setWaiting((before) => (most === 1 ? right.slice(-1) : [...before, ...right]));
  };
  const largest = fileSize(LARGEST_UPLOAD_BYTES);
  const isFull = most > 1 && value.length >= most;
  return (
    <Framed {...field} hint={field.hint} error={refused ?? field.error}>
      <Flex direction="column" alignItems="stretch" gap={2} data-path={field.path}>
        {value.map((id) => (
          <Shown
            key={id}
            kind={kind}
            file={known.get(id) ?? null}
            onRemove={() => {
              flushSync(() => onValue((before) => before.filter((other) => other !== id)));
              browse.current?.focus();
            }}
            onDescribed={learn}
          />
        ))}
        {waiting.map((file) => (
          <Described
            key={`${file.name}-${file.lastModified}`}
            file={file}
            sending={underWay}
            onAdd={(text) => follow(send(file, text))}
            onCancel={() => {
              flushSync(() => setWaiting((before) => before.filter((other) => other !== file)));
              browse.current?.focus();
            }}
          />
        ))}
        {!isFull && (
          <DropZone
            onFiles={take}
            // Ctrl+V with the focus anywhere in it.
            onPaste={(event) => {
              const pasted = [...event.clipboardData.files];
              if (pasted.length === 0) return;
              event.preventDefault();
              take(pasted);
            }}
          >
            <Typography variant="pi" textColor="neutral700">
              {kind === 'picture' ? say.drop : say.dropFile}
            </Typography>
            <Flex gap={2} wrap="wrap" justifyContent="center">
              <Button
                ref={browse}
                type="button"
                variant="tertiary"
                size="S"
                loading={underWay}
                onClick={() => input.current?.click()}
              >
                {kind === 'picture' ? say.browse : say.browseFile}
              </Button>
              {library && (
                <Button type="button" variant="tertiary" size="S" onClick={() => setChoosing(true)}>
                  {say.library}
                </Button>
              )}
            </Flex>
            <Typography variant="pi" textColor="neutral600">
              {kind === 'picture' ? say.rules(largest) : say.fileRules(largest)}
            </Typography>
            <VisuallyHidden>
              <input
                ref={input}
                type="file"
                tabIndex={-1}
                aria-label={field.label}
                multiple={most > 1}
                accept={(kind === 'picture' ? PICTURE_TYPES : DOCUMENT_TYPES).join(',')}
                onChange={(event) => {
                  take([...(event.target.files ?? [])]);
                  event.target.value = ''; // the same file again is chosen again
                }}
              />
            </VisuallyHidden>
          </DropZone>
        )}
      </Flex>
      {choosing && library && (
        <Library
          dialog={library}
          kind={kind}
          multiple={most > 1}
          onClose={() => setChoosing(false)}
          onChosen={(chosen) => {
            add(...chosen);
            setChoosing(false);
          }}
        />
      )}
    </Framed>
  );
};

interface LibraryProps {
  dialog: LibraryDialog;
  kind: UploadKind;
  multiple: boolean;
  onClose: () => void;
  onChosen: (files: FileShown[]) => void;
}

const Library = ({ dialog: Dialog, kind, multiple, onClose, onChosen }: LibraryProps) => (
  <Dialog
    allowedTypes={kind === 'picture' ? ['images'] : ['files']}
    multiple={multiple}
    onClose={onClose}
    onSelectAssets={(files) => onChosen(chosenInLibrary(files))}
  />
);

interface DropProps {
  onFiles: (files: readonly File[]) => void;
  onPaste: (event: React.ClipboardEvent) => void;
  children: React.ReactNode;
}

const DropZone = ({ onFiles, onPaste, children }: DropProps) => {
  const [over, setOver] = useState(false);
  return (
    <Zone
      $over={over}
      onPaste={onPaste}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
    </Zone>
  );
};

interface ShownProps {
  kind: UploadKind;
  /** Null until it is known. */
  file: FileShown | null;
  onRemove: () => void;
  onDescribed: (file: FileShown) => void;
}

const Shown = ({ kind, file, onRemove, onDescribed }: ShownProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const [alt, setAlt] = useState<string | null>(null);
  const name = file?.name ?? '…';
  const described = (file?.alternativeText ?? '').trim();
  const asks = kind === 'picture' && file !== null && (described === '' || alt !== null);
  return (
    <Flex gap={3} alignItems="flex-start" padding={2} hasRadius background="neutral100" borderColor="neutral200">
      {kind === 'picture' && file ? (
        <Thumbnail src={file.url} alt="" />
      ) : (
        <Box padding={2}>
          <FileIcon aria-hidden width="2.4rem" height="2.4rem" fill="neutral600" />
        </Box>
      )}
      <Flex direction="column" alignItems="stretch" gap={1} flex="1" minWidth={0}>
        {kind === 'picture' && described !== '' && alt === null ? (
          <TextAsButton type="button" title={say.alt} onClick={() => setAlt(described)}>
            {described}
          </TextAsButton>
        ) : null}
        {asks && (
          <>
            <AltText value={alt ?? described} onValue={setAlt} />
            <Flex>
              <Button
                type="button"
                size="S"
                variant="secondary"
                loading={underWay}
                disabled={(alt ?? described).trim() === '' || (alt ?? '').trim() === described}
                onClick={() =>
                  void act(() => describeFile(client, file, (alt ?? '').trim()), { done: say.altSaved }).then(
                    (saved) => {
                      if (saved === null) return;
                      onDescribed(saved);
                      setAlt(null);
                    },
                  )
                }
              >
                {say.saveAlt}
              </Button>
            </Flex>
          </>
        )}
        <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
      </Flex>
      <IconButton label={say.remove(name)} variant="ghost" onClick={onRemove}>
        <Cross />
      </IconButton>
    </Flex>
  );
};

interface DescribedProps {
  file: File;
  sending: boolean;
  onAdd: (alternativeText: string) => void;
  onCancel: () => void;
}

/** A picture that was dropped, before it is sent: what does it show? */
const Described = ({ file, sending, onAdd, onCancel }: DescribedProps) => {
  const [alt, setAlt] = useState('');
  const [missing, setMissing] = useState(false);
  const [address] = useState(() => URL.createObjectURL(file));
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('textarea')?.focus(), []);
  return (
    <Flex
      ref={box}
      gap={3}
      alignItems="flex-start"
      padding={2}
      hasRadius
      background="primary100"
      borderColor="primary200"
    >
      <Thumbnail src={address} alt="" />
      <Flex direction="column" alignItems="stretch" gap={2} flex="1" minWidth={0}>
        <AltText value={alt} onValue={setAlt} missing={missing && alt.trim() === ''} />
        <Flex gap={2} wrap="wrap">
          <Button
            type="button"
            size="S"
            loading={sending}
            onClick={() => {
              if (alt.trim() === '') setMissing(true);
              else onAdd(alt.trim());
            }}
          >
            {say.add}
          </Button>
          <Button type="button" size="S" variant="tertiary" onClick={onCancel}>
            {say.cancel}
          </Button>
        </Flex>
      </Flex>
    </Flex>
  );
};

interface AltTextProps {
  value: string;
  onValue: (text: string) => void;
  missing?: boolean;
}

/** A field of its own inside of the field: it has its own name, hint and fault. */
const AltText = ({ value, onValue, missing = false }: AltTextProps) => {
  const id = useId();
  return (
    <Field.Root id={id} hint={say.altHint} error={missing ? say.altMissing : undefined} width="100%">
      <Field.Label>{say.alt}</Field.Label>
      <Textarea
        rows={2}
        maxLength={300}
        value={value}
        onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onValue(event.target.value)}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
};

const Zone = styled.div<{ $over: boolean }>`
  display: flex;
  flex-direction: column;
  align-items: center;
  gap: 0.8rem;
  padding: 1.6rem;
  text-align: center;
  border: 1px dashed ${({ theme, $over }) => ($over ? theme.colors.primary600 : theme.colors.neutral500)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $over }) => ($over ? theme.colors.primary100 : theme.colors.neutral0)};
`;
const Thumbnail = styled.img`
  width: 9.6rem;
  height: 7.2rem;
  object-fit: contain;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  flex-shrink: 0;
`;
const TextAsButton = styled.button`
  padding: 0;
  border: 0;
  background: none;
  text-align: left;
  font: inherit;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  text-decoration: underline dotted;
  cursor: pointer;
  overflow-wrap: anywhere;
`;
