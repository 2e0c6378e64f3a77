namespace Hotline.Tests.CheckIns;

/// <summary>
/// How well numbers tell two kinds apart: the area under the ROC curve, which is the chance that one of the first kind ranks above one of the second,
/// ties counted half (Mann and Whitney 1947). 0.5 tells nothing. A rank must not depend on its direction, so the further of x and 1 - x counts.
/// </summary>
internal static class Telling
{
    public static double Area(double[] one, double[] other)
    {
        var all = one.Select(value => (value, First: true)).Concat(other.Select(value => (value, First: false))).OrderBy(item => item.value).ToArray();
        double ranks = 0;
        for (var i = 0; i < all.Length;)
        {
            var end = i;
            while (end < all.Length && all[end].value.Equals(all[i].value))
                end++;
            for (var j = i; j < end; j++)
                ranks += all[j].First ? (i + 1 + end) / 2.0 : 0;
            i = end;
        }

        return (ranks - one.Length * (one.Length + 1.0) / 2) / ((double)one.Length * other.Length);
    }

    /// <summary>Weights of a logistic regression on standardised features, by gradient descent: the best linear way to combine them.</summary>
    public static Func<double[], double> Learn(IReadOnlyList<double[]> one, IReadOnlyList<double[]> other)
    {
        const int Rounds = 300;
        var width = one[0].Length;
        var all = one.Select(row => (row, Label: 1.0)).Concat(other.Select(row => (row, Label: 0.0))).ToArray();
        var mean = Enumerable.Range(0, width).Select(i => all.Average(item => item.row[i])).ToArray();
        var spread = Enumerable.Range(0, width).Select(i => Math.Sqrt(all.Average(item => Math.Pow(item.row[i] - mean[i], 2)))).ToArray();
        double[] Scaled(double[] row) => [.. row.Select((value, i) => spread[i] > 0 ? (value - mean[i]) / spread[i] : 0)];
        var scaled = all.Select(item => (Row: Scaled(item.row), item.Label)).ToArray();
        var weights = new double[width];
        for (var round = 0; round < Rounds; round++)
        {
            var step = new double[width];
            foreach (var (row, label) in scaled)
            {
                var miss = label - 1 / (1 + Math.Exp(-Dot(weights, row)));
                for (var i = 0; i < width; i++)
                    step[i] += miss * row[i];
            }

            for (var i = 0; i < width; i++)
                weights[i] += step[i] / scaled.Length;
        }

        return row => Dot(weights, Scaled(row));
    }

    private static double Dot(double[] weights, double[] row)
    {
        double sum = 0;
        for (var i = 0; i < row.Length; i++)
            sum += weights[i] * row[i];
        return sum;
    }
}
