import { Box, Flex, Typography } from '@strapi/design-system';
import { listInWords } from '../../domain/french.ts';
import { to as toName } from '../../domain/french-prepositions.ts';

interface SetLetterProps {
  /** Those that the reader stands for; one as a rule. */
  readonly associations: readonly string[];
  /** Whose address, or what is said when there is none. */
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly height?: string;
}

/** A letter as one reader gets it, in a frame of its own: nothing of it runs or loads here. */
export const SetLetter = ({ associations, to, subject, html, height = '32rem' }: SetLetterProps) => (
  <Box>
    <Box tag="dl" paddingBottom={3}>
      {[
        { name: associations.length > 1 ? 'Associations' : 'Association', value: listInWords(associations) },
        { name: 'À', value: to },
        { name: 'Objet', value: subject },
      ].map(({ name, value }) => (
        <Flex key={name} gap={2} alignItems="baseline">
          <Typography tag="dt" variant="pi" textColor="neutral600">{`${name}\u00a0:`}</Typography>
          <Typography tag="dd" variant="omega" fontWeight={name === 'Objet' ? 'bold' : 'regular'}>
            {value}
          </Typography>
        </Flex>
      ))}
    </Box>
    <Box borderColor="neutral200" hasRadius overflow="hidden">
      <iframe
        title={`Lettre ${toName(listInWords(associations))}`}
        srcDoc={html}
        sandbox=""
        style={{ width: '100%', height, border: 0, background: 'white' }}
      />
    </Box>
  </Box>
);
