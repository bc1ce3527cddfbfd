import { Box, Flex, Link, Typography, VisuallyHidden } from '@strapi/design-system';
import { CheckCircle, CrossCircle, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { PrintReport } from '../../domain/contract/press/print-report.ts';
import { plural } from '../../domain/french.ts';
import { changeGroups, groupChecks, groupNotices, groupPlaces, reportFacts, reportWords } from './edition-words.ts';
import { Fold } from '../kit/fold.tsx';
import { LongList } from '../kit/long-list.tsx';
import { SaveFile } from './printed-files.tsx';
import { Step } from './step.tsx';
import { capitalised } from '../kit/words.ts';
import { Statement } from '../kit/statement.tsx';
import { associationPath } from '../kit/paths.ts';

interface ReportStepProps {
  edition: string;
  which: 'proof' | 'frozen';
  /** Null before the first proof. */
  report: PrintReport | null;
}

/** « Contrôle »: what the finished files were measured to be, and what entries lost on paper. */
export const ReportStep = ({ edition, which, report }: ReportStepProps) => {
  if (report === null) {
    return (
      <Step number={2} title="Contrôle">
        <Typography tag="p" variant="omega" textColor="neutral700">
          Chaque épreuve est contrôlée comme le ferait l’imprimeur. Le résultat paraîtra ici.
        </Typography>
      </Step>
    );
  }
  const { blocking, toWatch, passed } = groupChecks(report.checks);
  return (
    <Step
      number={2}
      title="Contrôle"
      action={
        <SaveFile edition={edition} which={which} name="rapport.html">
          Enregistrer le rapport
        </SaveFile>
      }
    >
      <Statement words={reportWords(report)} />
      <Facts report={report} />
      {blocking.length > 0 && (
        <Group title="Ce qui bloque">
          <Checks checks={blocking} />
        </Group>
      )}
      {toWatch.length > 0 && (
        <Group title="À regarder">
          <Checks checks={toWatch} />
        </Group>
      )}
      {passed.length > 0 && (
        <Fold title={plural(passed.length, 'point conforme', 'points conformes')}>
          <Checks checks={passed} />
        </Fold>
      )}
      <Notices report={report} />
      <Changes report={report} />
    </Step>
  );
};

const Facts = ({ report }: { report: PrintReport }) => (
  <Flex
    tag="dl"
    gap={6}
    wrap="wrap"
    alignItems="flex-start"
    background="neutral100"
    hasRadius
    padding={4}
    style={{ margin: 0 }}
  >
    {reportFacts(report).map(({ name, value }) => (
      <Box key={name}>
        <Typography tag="dt" variant="pi" textColor="neutral600">
          {name}
        </Typography>
        <Typography tag="dd" variant="omega" fontWeight="bold" style={{ margin: 0 }}>
          {value}
        </Typography>
      </Box>
    ))}
  </Flex>
);

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box>
    <Typography tag="h3" variant="delta" fontWeight="bold">
      {title}
    </Typography>
    {children}
  </Box>
);

const OUTCOMES = {
  failed: { icon: CrossCircle, colour: 'danger600', words: 'Non conforme\u00a0: ' },
  warning: { icon: WarningCircle, colour: 'warning700', words: 'À regarder\u00a0: ' },
  passed: { icon: CheckCircle, colour: 'success600', words: 'Conforme\u00a0: ' },
} as const;

const Checks = ({ checks }: { checks: PrintReport['checks'] }) => (
  <LongList items={checks} keyOf={({ id }, rank) => `${id} ${rank}`}>
    {({ title, outcome, measure, places }) => {
      const { icon: Icon, colour, words } = OUTCOMES[outcome];
      return (
        <Flex gap={3} alignItems="flex-start">
          <Icon
            aria-hidden
            width="1.6rem"
            height="1.6rem"
            fill={colour}
            style={{ flexShrink: 0, marginTop: '0.2rem' }}
          />
          <Box>
            <Typography tag="p" variant="omega" fontWeight="bold">
              <VisuallyHidden>{words}</VisuallyHidden>
              {title}
            </Typography>
            <Typography tag="p" variant="omega" textColor="neutral700">
              {measure}
            </Typography>
            {places.length > 0 && (
              <Typography tag="p" variant="pi" textColor="neutral600">
                {groupPlaces(places).join(' · ')}
              </Typography>
            )}
          </Box>
        </Flex>
      );
    }}
  </LongList>
);

const Notices = ({ report }: { report: PrintReport }) => {
  const groups = groupNotices(report.notices);
  if (groups.length === 0) return null;
  return (
    <Group title="Fiche par fiche">
      <Typography tag="p" variant="omega" textColor="neutral700" paddingBottom={2}>
        Rien de ceci n’empêche d’imprimer. Chaque nom mène à la fiche à corriger.
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {groups.map(({ kind, title, notices }) => (
          <Fold key={kind} title={`${title} (${notices.length.toLocaleString('fr-FR')})`}>
            <LongList items={notices} keyOf={({ record }, rank) => `${record} ${rank}`}>
              {({ record, association, message, page }) => (
                <>
                  <Flex gap={3} alignItems="baseline" wrap="wrap">
                    <Record name={record} association={association} />
                    {page !== null && (
                      <Typography variant="pi" textColor="neutral600">
                        {`page ${page}`}
                      </Typography>
                    )}
                  </Flex>
                  <Typography tag="p" variant="omega" textColor="neutral700">
                    {capitalised(message)}
                  </Typography>
                </>
              )}
            </LongList>
          </Fold>
        ))}
      </Flex>
    </Group>
  );
};

const Record = ({ name, association }: { name: string; association: string | null }) =>
  association === null ? (
    <Typography variant="omega" fontWeight="bold">
      {name}
    </Typography>
  ) : (
    <Link tag={RouterLink} to={associationPath(association)}>
      {name}
    </Link>
  );

const Changes = ({ report }: { report: PrintReport }) => {
  if (report.changes === null) return null;
  const groups = changeGroups(report.changes);
  return (
    <Group title={`Depuis ${report.changes.since}`}>
      {groups.length === 0 && (
        <Typography tag="p" variant="omega" textColor="neutral700">
          Aucune fiche n’est arrivée, partie ou modifiée.
        </Typography>
      )}
      <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        {groups.map(({ title, changes, linked }) => (
          <Fold key={title} title={title}>
            <LongList items={changes} keyOf={({ association }) => association}>
              {({ association, name, what }) => (
                <>
                  <Record name={name} association={linked ? association : null} />
                  {what.length > 0 && (
                    <Typography tag="p" variant="pi" textColor="neutral600">
                      {what.join(', ')}
                    </Typography>
                  )}
                </>
              )}
            </LongList>
          </Fold>
        ))}
      </Flex>
    </Group>
  );
};
