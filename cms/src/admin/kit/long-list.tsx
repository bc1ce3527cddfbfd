import { Box, Button } from '@strapi/design-system';
import { useState, type ReactNode } from 'react';

interface LongListProps<Item> {
  items: readonly Item[];
  keyOf: (item: Item, rank: number) => string;
  children: (item: Item) => ReactNode;
}

/** A thousand associations may have something to say at once. */
const SHOWN_AT_FIRST = 20;

/** A list that begins short, and shows the rest when asked. */
export const LongList = <Item,>({ items, keyOf, children }: LongListProps<Item>) => {
  const [whole, setWhole] = useState(false);
  const shown = whole ? items : items.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
        {shown.map((item, rank) => (
          <Box tag="li" key={keyOf(item, rank)} paddingTop={2} paddingBottom={2}>
            {children(item)}
          </Box>
        ))}
      </Box>
      {shown.length < items.length && (
        <Button variant="tertiary" onClick={() => setWhole(true)}>
          {`Afficher les ${items.length.toLocaleString('fr-FR')} lignes`}
        </Button>
      )}
    </>
  );
};
