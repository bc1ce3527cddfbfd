import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import { typography } from '@trame/cms/domain/french';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { controlId } from './fields.tsx';
import { serviceWords } from './service-words.ts';

/** All that is to be mended, first thing on the page and first thing heard; each line leads to its field. */
export function FaultSummary({ faults }: { faults: readonly EntryFault[] }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} class="notice notice--alert" tabIndex={-1} role="alert" aria-labelledby="fautes-titre">
      <h2 id="fautes-titre" class="notice-title">
        {serviceWords.faults.title(faults.length)}
      </h2>
      <p>{serviceWords.faults.help}</p>
      <ul class="fault-links">
        {faults.map(({ path, message }) => (
          <li key={path}>
            <a
              href={`#${controlId(path)}`}
              onClick={(event) => {
                // The address bar stays as it is: what stands after its # once was a secret.
                event.preventDefault();
                const target = document.getElementById(controlId(path));
                target?.scrollIntoView({ block: 'center' });
                target?.focus({ preventScroll: true });
              }}
            >
              {typography(message)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
