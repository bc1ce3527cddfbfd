import type { APIRoute } from 'astro';
import { answer, pathsBelow } from '../../features/open-data/published-files.ts';

export const getStaticPaths = () => pathsBelow('/donnees/');

export const GET: APIRoute = ({ params }) => answer(`/donnees/${params['file'] ?? ''}`);
