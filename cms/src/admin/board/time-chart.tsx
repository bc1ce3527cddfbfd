import { Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { useTheme } from 'styled-components';
import { formatDay } from '../../domain/dates.ts';
import { plural } from '../../domain/french.ts';
import { PlainTable } from '../kit/plain-table.tsx';
import { Fold } from '../kit/fold.tsx';
import { CHART, chartShape } from './time-chart-shape.ts';
import type { CampaignBoard } from '../../domain/contract/desk/campaign.ts';

/** Letters and answers day by day, cumulated: a drawing, and the same figures as a table. */
export const TimeChart = ({ days }: { days: CampaignBoard['overTime'] }) => {
  const { colors } = useTheme();
  const id = useId();
  const shape = chartShape(days);
  const last = days.at(-1);
  if (shape === null || last === undefined) {
    return <Typography tag="p">La courbe commencera à l’ouverture de la campagne.</Typography>;
  }
  const { width, height, left, right, bottom } = CHART;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={4} wrap="wrap" aria-hidden>
        <Legend colour={colors.primary600} label="Réponses" />
        <Legend colour={colors.neutral500} label="Lettres envoyées" dashed />
      </Flex>
      <svg
        role="img"
        aria-labelledby={id}
        viewBox={`0 0 ${width} ${height}`}
        style={{ width: '100%', maxHeight: '32rem' }}
        fontSize="12"
        fill={colors.neutral600}
      >
        <title id={id}>
          {`Du ${formatDay(days[0]?.day ?? last.day)} au ${formatDay(last.day)}\u00a0: ${plural(last.sent, 'lettre envoyée', 'lettres envoyées')}, ${plural(last.answered, 'réponse')}. Les chiffres jour par jour sont dans le tableau qui suit.`}
        </title>
        {shape.horizontal.map(({ at, label }) => (
          <g key={at}>
            <line x1={left} x2={width - right} y1={at} y2={at} stroke={colors.neutral150} />
            <text x={left - 8} y={at + 4} textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        {shape.vertical.map(({ at, label }, rank) => (
          <text
            key={at}
            x={at}
            y={height - bottom + 18}
            textAnchor={rank === 0 ? 'start' : rank === shape.vertical.length - 1 ? 'end' : 'middle'}
          >
            {label}
          </text>
        ))}
        <path d={shape.sent} fill="none" stroke={colors.neutral500} strokeWidth="2" strokeDasharray="6 4" />
        <path d={shape.answered} fill="none" stroke={colors.primary600} strokeWidth="3" />
      </svg>
      <Fold title="Les chiffres jour par jour">
        <PlainTable
          caption="Lettres et réponses, du dernier jour au premier"
          heads={['Jour', 'Lettres envoyées', 'Réponses']}
          rows={[...days].reverse().map(({ day, sent, answered }) => ({
            key: day,
            cells: [formatDay(day), sent.toLocaleString('fr-FR'), answered.toLocaleString('fr-FR')],
          }))}
        />
      </Fold>
    </Flex>
  );
};

const Legend = ({ colour, label, dashed = false }: { colour: string; label: string; dashed?: boolean }) => (
  <Flex gap={2} alignItems="center">
    <svg width="28" height="8">
      <line x1="0" x2="28" y1="4" y2="4" stroke={colour} strokeWidth="3" strokeDasharray={dashed ? '6 4' : undefined} />
    </svg>
    <Typography variant="pi">{label}</Typography>
  </Flex>
);
