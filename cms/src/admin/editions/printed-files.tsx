import { Box, Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Download, ExternalLink } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import type { PrintReport } from '../../domain/contract/press/print-report.ts';
import { fileSize } from '../../domain/file-size.ts';
import { plural } from '../../domain/french.ts';
import { readFile } from './editions-api.ts';
import { saveFile, temporaryAddress } from '../kit/save-file.ts';
import { useAct } from '../kit/use-act.ts';

interface PrintedFilesProps {
  edition: string;
  which: 'proof' | 'frozen';
  files: PrintReport['files'];
}

/** The files of a printing: PDF open in a tab, the others are saved. */
export const PrintedFiles = ({ edition, which, files }: PrintedFilesProps) => (
  <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
    {files.map((file) => (
      <Box
        tag="li"
        key={file.name}
        paddingTop={2}
        paddingBottom={2}
        borderColor="neutral150"
        borderStyle="solid"
        borderWidth="1px 0 0 0"
      >
        <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
          <Box>
            <Typography tag="p" variant="omega" fontWeight="bold">
              {file.label}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {[file.name, file.pages === null ? null : plural(file.pages, 'page'), fileSize(file.bytes)]
                .filter((part) => part !== null)
                .join(' · ')}
            </Typography>
          </Box>
          <OpenFile edition={edition} which={which} file={file} />
        </Flex>
      </Box>
    ))}
  </Box>
);

const OpenFile = ({
  edition,
  which,
  file,
}: Omit<PrintedFilesProps, 'files'> & { file: PrintReport['files'][number] }) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const isPdf = file.name.endsWith('.pdf');

  const open = async () => {
    // Opened at the click: a browser takes a tab that opens later for an advertisement.
    const tab = isPdf ? window.open('', '_blank') : null;
    if (tab) tab.document.title = file.label;
    const opened = await act(async () => {
      const blob = await readFile(client, edition, which, file.name);
      // A browser that blocks new tabs still saves the file.
      if (tab) tab.location.replace(temporaryAddress(new Blob([blob], { type: 'application/pdf' })));
      else saveFile(blob, file.name);
      return true;
    });
    if (opened === null) tab?.close();
  };
  return (
    <Button
      variant="tertiary"
      startIcon={isPdf ? <ExternalLink /> : <Download />}
      loading={underWay}
      onClick={() => void open()}
    >
      {isPdf ? 'Ouvrir' : 'Télécharger'}
      <VisuallyHidden>{` ${file.label}${isPdf ? ' (nouvel onglet)' : ''}`}</VisuallyHidden>
    </Button>
  );
};

interface SaveFileProps {
  edition: string;
  which: 'proof' | 'frozen';
  name: string;
  children: ReactNode;
}

/** Saves a file of the printing that the report does not list: the report itself. */
export const SaveFile = ({ edition, which, name, children }: SaveFileProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const saveIt = () => act(async () => saveFile(await readFile(client, edition, which, name), name));
  return (
    <Button variant="tertiary" startIcon={<Download />} loading={underWay} onClick={() => void saveIt()}>
      {children}
    </Button>
  );
};
