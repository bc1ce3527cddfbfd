import type { StrapiApp } from '@strapi/strapi/admin';
import { Navigate, useParams } from 'react-router-dom';
import type { RecordPageName } from '../../domain/contract/desk/record.ts';
import { NEW, ownPages, pagePath } from '../kit/paths.ts';

const ToPage = ({ page }: { page: RecordPageName }) => {
  const { id = NEW } = useParams();
  return <Navigate to={pagePath(page, id)} replace />;
};

/**
 * Strapi’s lists, relations and search lead to its own form by address: for a type that has a page of ours, that address leads
 * there. The router takes the longer path of two, so that Strapi’s own routes stay as they are.
 */
export function leadToOwnPages({ router }: Pick<StrapiApp, 'router'>): void {
  router.addRoute(ownPages.map(({ form, page }) => ({ path: `${form}/:id`, element: <ToPage page={page} /> })));
}
