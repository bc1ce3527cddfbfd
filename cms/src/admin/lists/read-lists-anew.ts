/**
 * Lists of the content manager as they stand when they are opened. Strapi keeps the answer to a list for a minute, and only its own
 * forms make it ask again: whoever came back from a page of ours, the desk or the bin read what was there before.
 */
import { adminApi, type StrapiApp } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { useParams } from 'react-router-dom';

const lists = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] }).injectEndpoints({
  endpoints: (builder) => ({
    /** Asks nothing of the server: it tells which answers are out of date, by the tags of Strapi's own acts. */
    listOpened: builder.mutation<null, string>({
      queryFn: () => ({ data: null }),
      invalidatesTags: (_result, _error, uid) => [{ type: 'Document', id: `${uid}_LIST` }],
    }),
  }),
});
const { useListOpenedMutation } = lists;

/** Types whose list was opened since the admin was loaded: what is opened first is asked for anyway. */
const opened = new Set<string>();

const ReadAnew = () => {
  const { slug = '' } = useParams<'slug'>();
  const [tell] = useListOpenedMutation();
  useEffect(() => {
    if (opened.has(slug)) void tell(slug);
    opened.add(slug);
  }, [slug, tell]);
  return null;
};

/** Hooks into every list of the content manager. */
export function readListsAnew(app: Pick<StrapiApp, 'getPlugin'>): void {
  app.getPlugin('content-manager')?.injectComponent('listView', 'actions', { name: 'read-anew', Component: ReadAnew });
}
