// Counter — accumulates a total
var myCounter = new Counter('my_custom_counter');

// Trend — tracks a distribution (min, max, avg, percentiles)
var myTrend = new Trend('my_custom_trend');

// Rate — tracks pass/fail ratio
var myRate = new Rate('my_custom_rate');

// Gauge — tracks a current value
var myGauge = new Gauge('my_custom_gauge');

module.exports.default = function () {
    myCounter.add(1);
    myTrend.add(42.5);
    myRate.add(true); // passed
    myRate.add(false); // failed
    myGauge.add(7);
};
