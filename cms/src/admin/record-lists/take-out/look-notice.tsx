import type { ListOutLook } from '../../../domain/contract/desk/lists-out.ts';
import { Notice } from '../../kit/notice.tsx';
import { lookWords } from './take-out-words.ts';

/** What a file would hold, and what it would not. */
export const LookNotice = ({ look }: { look: ListOutLook | null }) => {
  if (look === null) return null;
  const [first = '', ...rest] = lookWords(look);
  return (
    <Notice tone={look.count === 0 ? 'warning' : 'neutral'} title={first} live>
      {rest.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </Notice>
  );
};
