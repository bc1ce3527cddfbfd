import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Refused } from './client.ts';
import { Notice, OfficeContact } from './screen.tsx';

interface Props {
  readonly refused: Pick<Refused, 'code' | 'message'> | null;
  readonly title?: string;
  /** Whom to call, where another try changes nothing. */
  readonly office?: boolean;
  /** It stands with its button where both always are in sight. */
  readonly fixed?: boolean;
}

/** Room for the button below it, in pixels. */
const BUTTON = 120;

/**
 * Why what was asked for did not happen. It stands right above the button that was pressed, and comes into sight: at the top of
 * a long form nobody would read it.
 */
export function Refusal({ refused, title, office = false, fixed = false }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!refused || fixed || !box.current) return;
    const { top, bottom } = box.current.getBoundingClientRect();
    if (top < 0 || bottom + BUTTON > window.innerHeight) box.current.scrollIntoView({ block: 'center' });
  }, [refused, fixed]);
  if (refused === null) return null;
  return (
    <div ref={box} class="refusal">
      <Notice alert {...(title === undefined ? {} : { title })}>
        <p>{refused.message}</p>
        {office && <OfficeContact />}
      </Notice>
    </div>
  );
}
