import { Table, Tbody, Td, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import type { ReactNode } from 'react';

export interface PlainRow {
  key: string;
  /** Text is set as a cell’s text is; anything else stands as it comes. */
  cells: readonly ReactNode[];
}

interface PlainTableProps {
  caption: string;
  heads: readonly string[];
  rows: readonly PlainRow[];
}

/** A table as Strapi draws its lists. */
export const PlainTable = ({ caption, heads, rows }: PlainTableProps) => (
  <Table colCount={heads.length} rowCount={rows.length + 1}>
    <VisuallyHidden tag="caption">{caption}</VisuallyHidden>
    <Thead>
      <Tr>
        {heads.map((head) => (
          <Th key={head}>
            <Typography variant="sigma">{head}</Typography>
          </Th>
        ))}
      </Tr>
    </Thead>
    <Tbody>
      {rows.map(({ key, cells }) => (
        <Tr key={key}>
          {cells.map((cell, rank) => (
            <Td key={rank}>
              {typeof cell === 'string' ? <Typography textColor="neutral800">{cell}</Typography> : cell}
            </Td>
          ))}
        </Tr>
      ))}
    </Tbody>
  </Table>
);
