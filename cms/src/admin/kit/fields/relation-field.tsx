import { ChooserField } from './chooser-field.tsx';
import type { FieldProps } from './framed.tsx';
import { useChoices, useNames, type RelationOf } from './use-relation-choices.ts';

interface RelationProps extends FieldProps {
  relation: RelationOf;
  /** documentIds, in their order. */
  value: readonly string[];
  /** The most that may be chosen: 1 for a relation to one record. */
  most?: number;
  /** Records of two levels, such as themes. */
  grouped?: boolean;
  onValue: (ids: string[]) => void;
}

/** Records chosen by some letters of their name: the server knows which ones there are. */
export const RelationField = ({ relation, ...field }: RelationProps) => {
  const { names, remember } = useNames(relation, field.value);
  const useFound = (typed: string, open: boolean) => useChoices(relation, typed, open);
  return <ChooserField {...field} nameOf={(id) => names.get(id)} useFound={useFound} onChoice={remember} />;
};
