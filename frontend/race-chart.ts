/** A chart: shows the server's drawing that is inside it. */
class RaceChart extends HTMLElement {}

customElements.define('race-chart', RaceChart);
