import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

/**
 * Builds the chart library from its own sources without the parts that no chart of ours uses: 19 kB less for every
 * reader, compressed. What is left out is named here file by file; the version is pinned, so the list stays true.
 */
function chartLibraryInParts(): Plugin {
  const sources = fileURLToPath(new URL('./node_modules/apexcharts/src/', import.meta.url)).replaceAll('\\', '/');
  const unused = [
    ...['BoxCandleStick', 'HeatMap', 'Pie', 'Radar', 'Radial', 'Treemap'].map((chart) => `charts/${chart}.js`),
    ...['Exports', 'Toolbar', 'ZoomPanSelection'].map((part) => `modules/${part}.js`),
  ];
  const noStyles = '\0no-styles';
  return {
    name: 'chart-library-in-parts',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === 'apexcharts') return `${sources}apexcharts.js`;
      // Its style sheet is for its tooltip and toolbar.
      return importer?.startsWith(sources) && id.endsWith('.css') ? noStyles : undefined;
    },
    load(id) {
      if (id === noStyles) return "export default ''";
      if (!id.startsWith(sources)) return undefined;
      const file = id.slice(sources.length);
      // The library makes one of each for every chart, and destroys it with the chart.
      return unused.includes(file) ? 'export default class { destroy() {} }' : undefined;
    },
  };
}

const config: UserConfigFn = () => ({ plugins: [chartLibraryInParts()] });

export default overrideVaadinConfig(config);
