import { Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** A link to a place of the form, which takes the focus. */
export const Jump = ({ to, children, colour }: { to: () => unknown; children: ReactNode; colour?: string }) => (
  <Link
    href="#"
    onClick={(event: React.MouseEvent) => {
      event.preventDefault();
      to();
    }}
  >
    <Typography variant="pi" textColor={colour ?? 'neutral800'}>
      {children}
    </Typography>
  </Link>
);
